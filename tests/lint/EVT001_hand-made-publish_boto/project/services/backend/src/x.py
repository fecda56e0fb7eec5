import boto3
boto3.client('sqs').send_message(QueueUrl='x', MessageBody='y')
