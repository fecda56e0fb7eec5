from environs import env
x = env('SECRET_A')
