import typer
x = typer.Option(envvar='SECRET_A')
