from services.backend.src.controllers.books import BooksController

BOOKS = BooksController()
