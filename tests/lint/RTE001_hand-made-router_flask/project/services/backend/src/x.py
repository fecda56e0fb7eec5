from flask import Flask
app2 = Flask(__name__)
