def f(plan): return plan.router.routes
