def make(flags):
    @flags.get('beta')
    def f(): ...
    return f
