"""The guide's tutorials of HTTP APIs by boto3, unchanged but for AWS_ENDPOINT_URL: prints a line of JSON for each that held."""

import json
import sys
import time
import urllib.error
import urllib.request
import uuid

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

GATEWAY, BACKEND, DYNAMO, CODE, ISSUER, CLIENT_ID, TOKEN = sys.argv[1:8]
v2 = boto3.client("apigatewayv2")
lambda_client = boto3.client("lambda")
iam = boto3.client("iam")


def held(name, value):
    print(json.dumps({"held": name, "value": value}), flush=True)


def send(api_id, path, method="GET", body=None, headers=None):
    url = f"{GATEWAY}/_aws/execute-api/{api_id}{path}"
    data = None if body is None else json.dumps(body).encode()
    sent = {"Content-Type": "application/json"} if data else {}
    request = urllib.request.Request(url, data=data, method=method, headers={**sent, **(headers or {})})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


def settled(status, ask):
    """The first call after a change: the workers take a moment to hear of it."""
    until = time.monotonic() + 15
    while True:
        answer = ask()
        if answer[0] == status or time.monotonic() > until:
            return answer


def routed(name, target, **members):
    """An API with a stage that follows it, and one integration."""
    api_id = v2.create_api(Name=name, ProtocolType="HTTP")["ApiId"]
    v2.create_stage(ApiId=api_id, StageName="$default", AutoDeploy=True)
    integration = v2.create_integration(ApiId=api_id, **target)["IntegrationId"]
    return api_id, f"integrations/{integration}"


PROXY = {
    "IntegrationType": "HTTP_PROXY",
    "IntegrationMethod": "ANY",
    "IntegrationUri": BACKEND,
    "PayloadFormatVersion": "1.0",
}


def quick_create():
    api = v2.create_api(Name="quick", ProtocolType="HTTP", Target=BACKEND)
    held("quick create", settled(200, lambda: send(api["ApiId"], "/pets/7")))
    stages = v2.get_stages(ApiId=api["ApiId"])["Items"]
    held("quick create's stage", [[stage["StageName"], stage["AutoDeploy"]] for stage in stages])


def crud():
    with open(CODE, "rb") as file:
        code = file.read()
    arn = lambda_client.create_function(
        FunctionName="boto-crud",
        Runtime="nodejs22.x",
        Handler="index.handler",
        Role="arn:aws:iam::000000000000:role/lambda",
        Timeout=30,
        Code={"ZipFile": code},
        Environment={"Variables": {"DYNAMO_URL": DYNAMO}},
    )["FunctionArn"]
    lambda_client.get_waiter("function_active_v2").wait(FunctionName="boto-crud")
    integration = {"IntegrationType": "AWS_PROXY", "IntegrationUri": arn, "PayloadFormatVersion": "2.0"}
    api_id, target = routed("boto-crud", integration)
    for key in ("GET /items/{id}", "GET /items", "PUT /items", "DELETE /items/{id}"):
        v2.create_route(ApiId=api_id, RouteKey=key, Target=target)
    lambda_client.add_permission(
        FunctionName="boto-crud",
        StatementId="api",
        Action="lambda:InvokeFunction",
        Principal="apigateway.amazonaws.com",
        SourceArn=f"arn:aws:execute-api:us-east-1:000000000000:{api_id}/*/*/items*",
    )
    item = {"id": "boto", "price": 5, "name": "ball"}
    put = settled(200, lambda: send(api_id, "/items", "PUT", item))
    held("crud", [put, send(api_id, "/items/boto"), send(api_id, "/items/boto", "DELETE"), send(api_id, "/items")])


def jwt():
    api_id, target = routed("boto-jwt", PROXY)

    def authorizer(name, audience):
        return v2.create_authorizer(
            ApiId=api_id,
            Name=name,
            AuthorizerType="JWT",
            IdentitySource=["$request.header.Authorization"],
            JwtConfiguration={"Issuer": ISSUER, "Audience": [audience]},
        )["AuthorizerId"]

    def route(path, authorizer_id, scopes):
        v2.create_route(
            ApiId=api_id,
            RouteKey=f"GET {path}",
            Target=target,
            AuthorizationType="JWT",
            AuthorizerId=authorizer_id,
            AuthorizationScopes=scopes,
        )

    own = authorizer("own", CLIENT_ID)
    route("/read", own, ["orders/read"])
    route("/write", own, ["orders/write"])
    route("/other", authorizer("other", "another-client"), ["orders/read"])
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    held("jwt: right token", settled(200, lambda: send(api_id, "/read", headers=bearer)))
    held("jwt: no token", send(api_id, "/read"))
    held("jwt: wrong audience", settled(401, lambda: send(api_id, "/other", headers=bearer)))
    held("jwt: missing scope", settled(403, lambda: send(api_id, "/write", headers=bearer)))


def signed(api_id, path, key):
    url = f"{GATEWAY}/_aws/execute-api/{api_id}{path}"
    request = AWSRequest(method="GET", url=url)
    credentials = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    SigV4Auth(credentials, "execute-api", "us-east-1").add_auth(request)
    return send(api_id, path, headers=dict(request.headers))


def guarded_by_iam():
    api_id, target = routed("boto-iam", PROXY)
    for path in ("/pets", "/orders"):
        v2.create_route(ApiId=api_id, RouteKey=f"GET {path}", Target=target, AuthorizationType="AWS_IAM")
    name = f"caller-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    allow = {
        "Effect": "Allow",
        "Action": "execute-api:Invoke",
        "Resource": f"arn:aws:execute-api:us-east-1:000000000000:{api_id}/*/GET/pets",
    }
    policy = {"Version": "2012-10-17", "Statement": [allow]}
    held("iam: no policy", settled(403, lambda: signed(api_id, "/pets", key)))
    iam.put_user_policy(UserName=name, PolicyName="calls", PolicyDocument=json.dumps(policy))
    held("iam: allowed", settled(200, lambda: signed(api_id, "/pets", key)))
    held("iam: another route", signed(api_id, "/orders", key))
    held("iam: unsigned", send(api_id, "/pets"))
    policy["Statement"].append({**allow, "Effect": "Deny"})
    iam.put_user_policy(UserName=name, PolicyName="calls", PolicyDocument=json.dumps(policy))
    held("iam: denied", settled(403, lambda: signed(api_id, "/pets", key)))


for tutorial in (quick_create, crud, jwt, guarded_by_iam):
    tutorial()
