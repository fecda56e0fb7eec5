def f(disk): disk.mount('/mnt')
