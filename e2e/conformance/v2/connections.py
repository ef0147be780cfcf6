"""What boto3 does with one connection of a WebSocket API: prints a line of JSON for each that held."""

import json
import sys

import boto3

STAGE_URL, CONNECTION_ID = sys.argv[1:3]
connections = boto3.client("apigatewaymanagementapi", endpoint_url=STAGE_URL)


def held(name, value):
    print(json.dumps({"held": name, "value": value}), flush=True)


connections.post_to_connection(ConnectionId=CONNECTION_ID, Data=b"from boto3")
held("post", True)
held("source", connections.get_connection(ConnectionId=CONNECTION_ID)["Identity"]["SourceIp"])
connections.delete_connection(ConnectionId=CONNECTION_ID)
try:
    connections.post_to_connection(ConnectionId=CONNECTION_ID, Data=b"still there?")
except connections.exceptions.GoneException:
    held("gone", True)
