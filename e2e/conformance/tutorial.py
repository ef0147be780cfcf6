"""The guide's tutorials by boto3, unchanged but for AWS_ENDPOINT_URL: prints one line of JSON for each that held."""

import io
import json
import sys
import urllib.error
import urllib.request
import zipfile

import boto3

GATEWAY, BACKEND = sys.argv[1:3]
apigateway = boto3.client("apigateway")
lambda_client = boto3.client("lambda")


def call(api_id, path, headers=None):
    request = urllib.request.Request(f"{GATEWAY}/_aws/execute-api/{api_id}{path}", headers=headers or {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


def held(name, value):
    print(json.dumps({"held": name, "value": value}))


def method(api_id, resource_id, verb, integration, **members):
    at = {"restApiId": api_id, "resourceId": resource_id, "httpMethod": verb}
    apigateway.put_method(**at, authorizationType="NONE", **members)
    apigateway.put_integration(**at, **integration)
    return at


def http_proxy():
    api = apigateway.create_rest_api(name="proxy", tags={"made": "by boto3"})
    pets = apigateway.create_resource(restApiId=api["id"], parentId=api["rootResourceId"], pathPart="{proxy+}")
    method(
        api["id"],
        pets["id"],
        "ANY",
        {
            "type": "HTTP_PROXY",
            "integrationHttpMethod": "ANY",
            "uri": BACKEND + "/{proxy}",
            "requestParameters": {"integration.request.path.proxy": "method.request.path.proxy"},
        },
        requestParameters={"method.request.path.proxy": True},
    )
    apigateway.create_deployment(restApiId=api["id"], stageName="dev", variables={"colour": "blue"})
    held("http proxy", call(api["id"], "/dev/pets/7"))
    stage = apigateway.get_stage(restApiId=api["id"], stageName="dev")
    held("stage", stage["variables"])
    pages = apigateway.get_paginator("get_resources").paginate(
        restApiId=api["id"], PaginationConfig={"PageSize": 1}
    )
    held("pages", [item["path"] for page in pages for item in page["items"]])
    held("tags", apigateway.get_tags(resourceArn=f"arn:aws:apigateway:us-east-1::/restapis/{api['id']}")["tags"])


def function():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("app.py", "def handler(event, context):\n    return {'statusCode': 200, 'body': '{\"from\": \"python\"}'}\n")
    made = lambda_client.create_function(
        FunctionName="boto",
        Runtime="python3.12",
        Handler="app.handler",
        Role="arn:aws:iam::000000000000:role/lambda",
        Code={"ZipFile": archive.getvalue()},
    )
    lambda_client.get_waiter("function_active_v2").wait(FunctionName="boto")
    answer = json.load(lambda_client.invoke(FunctionName="boto", Payload=b"{}")["Payload"])
    held("invoke", answer["statusCode"])
    api = apigateway.create_rest_api(name="function")
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{made['FunctionArn']}/invocations"
    method(
        api["id"],
        api["rootResourceId"],
        "GET",
        {"type": "AWS_PROXY", "integrationHttpMethod": "POST", "uri": uri},
    )
    lambda_client.add_permission(
        FunctionName="boto",
        StatementId="api",
        Action="lambda:InvokeFunction",
        Principal="apigateway.amazonaws.com",
        SourceArn=f"arn:aws:execute-api:us-east-1:000000000000:{api['id']}/*/GET/",
    )
    apigateway.create_deployment(restApiId=api["id"], stageName="dev")
    held("function", call(api["id"], "/dev/"))


def keyed():
    api = apigateway.create_rest_api(name="keyed", apiKeySource="HEADER")
    at = method(
        api["id"],
        api["rootResourceId"],
        "GET",
        {"type": "MOCK", "requestTemplates": {"application/json": '{"statusCode": 200}'}},
        apiKeyRequired=True,
    )
    apigateway.put_method_response(**at, statusCode="200")
    apigateway.put_integration_response(
        **at, statusCode="200", responseTemplates={"application/json": '{"key": "$context.identity.apiKeyId"}'}
    )
    apigateway.create_deployment(restApiId=api["id"], stageName="prod")
    key = apigateway.create_api_key(name="boto", enabled=True)
    plan = apigateway.create_usage_plan(name="boto", apiStages=[{"apiId": api["id"], "stage": "prod"}])
    apigateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    held("without a key", call(api["id"], "/prod/"))
    status, body = call(api["id"], "/prod/", {"x-api-key": key["value"]})
    held("with a key", [status, body["key"] == key["id"]])


def refused():
    try:
        apigateway.get_rest_api(restApiId="nobody1234")
    except apigateway.exceptions.NotFoundException as refusal:
        held("refusal", refusal.response["Error"]["Message"])


for tutorial in (http_proxy, function, keyed, refused):
    tutorial()
