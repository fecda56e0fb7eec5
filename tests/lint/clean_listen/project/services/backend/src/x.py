def f(player): player.listen()
