import boto3
boto3.client('ses').send_email(Source='x')
