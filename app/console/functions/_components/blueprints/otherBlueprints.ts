import type { Blueprint } from './Blueprint';

const python = `# Answers a method with Lambda proxy integration.
import json


def handler(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "world")
    print("greeting", name)
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps({"message": f"Hello, {name}"}),
    }
`;

/** AWS's own example (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-walkthrough.html), answering a proxy. */
const shell = `#!/bin/sh
# A runtime of its own: asks for the next event, answers it, asks again.
# https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"

while true; do
  headers="$(mktemp)"
  event="$(curl -sS -D "$headers" "$api/next")"
  id="$(grep -i '^lambda-runtime-aws-request-id:' "$headers" | tr -d '[:space:]' | cut -d: -f2)"
  rm -f "$headers"
  echo "an event of \${#event} characters"
  curl -sS -X POST "$api/$id/response" -d '{"statusCode": 200, "body": "Hello from a shell\\n"}'
done
`;

export const otherBlueprints: Blueprint[] = [
  {
    id: 'python',
    title: 'Hello in Python',
    description: 'Lambda proxy: answers with a greeting',
    family: 'python',
    code: python,
    needs: 'python',
  },
  {
    id: 'shell',
    title: 'Custom runtime',
    description: 'A shell script that speaks the Runtime API',
    family: 'provided',
    code: shell,
    needs: 'curl',
  },
];
