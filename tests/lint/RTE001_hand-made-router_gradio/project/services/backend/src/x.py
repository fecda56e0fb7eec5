import gradio as gr
def f(app): gr.mount_gradio_app(app, None, '/x')
