import bottle
@bottle.route('/x')
def x(): return ''
