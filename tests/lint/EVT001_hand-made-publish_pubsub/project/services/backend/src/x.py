from google.cloud import pubsub_v1
pubsub_v1.PublisherClient().publish('t', b'')
