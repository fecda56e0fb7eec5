def f(book): return book.publisher('x')
