x = y
y = x
z = z.z.z(z)
w = [w for w in w]
class A(x, z, w): ...
