def f(airline, r): airline.routes.append(r)
