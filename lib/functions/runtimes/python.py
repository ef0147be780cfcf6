"""The runtime of Python functions: speaks the Lambda Runtime API, behaves as AWS's own runtime client does
(https://github.com/aws/aws-lambda-python-runtime-interface-client). Needs nothing but the standard library."""

import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback
from types import SimpleNamespace

BASE = "/2018-06-01/runtime/"
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
request_id = ""


def call(method, path, body=None, headers=None):
    api.request(method, BASE + path, body, headers or {})
    answer = api.getresponse()
    return answer.headers, answer.read()


class HandlerFailure(Exception):
    """What keeps a handler from being found, under Lambda's name for it."""

    def __init__(self, error_type, message):
        super().__init__(message)
        self.error_type = error_type


def described(error):
    return {
        "errorMessage": str(error),
        "errorType": getattr(error, "error_type", type(error).__name__),
        "requestId": request_id,
        "stackTrace": [
            # Where Lambda has the code, not where this machine has it.
            line.replace(os.environ["LAMBDA_TASK_ROOT"].rstrip("/") + "/", "/var/task/")
            for line in traceback.format_list(
                frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__
            )
        ],
    }


def post_error(path, error):
    payload = described(error)
    print(f"[ERROR] {payload['errorType']}: {payload['errorMessage']}\n" + "".join(payload["stackTrace"]))
    headers = {"Content-Type": "application/json", "Lambda-Runtime-Function-Error-Type": payload["errorType"]}
    call("POST", path, json.dumps(payload).encode(), headers)


def client_context(text):
    if not text:
        return None
    given = json.loads(text)
    names = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
    client = {name: (given.get("client") or {}).get(name) for name in names}
    return SimpleNamespace(custom=given.get("custom"), env=given.get("env"), client=SimpleNamespace(**client))


class Context:
    def __init__(self, headers):
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.identity = None
        self.client_context = client_context(headers.get("Lambda-Runtime-Client-Context"))
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))


class LambdaFormatter(logging.Formatter):
    converter = time.gmtime

    def format(self, record):
        record.aws_request_id = request_id
        return super().format(record)


def set_up_logging():
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        LambdaFormatter("[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s", "%Y-%m-%dT%H:%M:%S")
    )
    logging.getLogger().addHandler(handler)


def find_handler():
    path, _, name = os.environ["_HANDLER"].rpartition(".")
    if not path:
        raise HandlerFailure("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack")
    module_name = path.replace("/", ".")
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}"
        raise HandlerFailure("Runtime.ImportModuleError", message) from error
    except SyntaxError as error:
        message = f"Syntax error in module '{module_name}': {error}"
        raise HandlerFailure("Runtime.UserCodeSyntaxError", message) from error
    handler = getattr(module, name, None)
    if handler is None:
        raise HandlerFailure("Runtime.HandlerNotFound", f"Handler '{name}' missing on module '{module_name}'")
    return handler


def handle(handler, headers, body):
    try:
        value = json.dumps(handler(json.loads(body), Context(headers)), ensure_ascii=False).encode()
    except Exception as error:
        post_error(f"invocation/{request_id}/error", error)
        return
    call("POST", f"invocation/{request_id}/response", value, {"Content-Type": "application/json"})


def main():
    global request_id
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    sys.dont_write_bytecode = True
    set_up_logging()
    try:
        handler = find_handler()
    except Exception as error:
        post_error("init/error", error)
        sys.exit(1)
    while True:
        headers, body = call("GET", "invocation/next")
        request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        handle(handler, headers, body)


main()
