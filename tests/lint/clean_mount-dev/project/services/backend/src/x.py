def f(fs, dev): fs.mount(dev, '/mnt')
