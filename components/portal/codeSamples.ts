import type { Credential } from './operations';

export interface SampleCall {
  method: string;
  url: string;
  credentials: readonly Credential[];
}

/** With the parameters that say who calls. */
function addressOf({ url, credentials }: SampleCall): string {
  const parameters = credentials.filter((each) => each.in === 'query');
  const query = parameters.map(({ name, placeholder }) => `${encodeURIComponent(name)}=${placeholder}`);
  return query.length > 0 ? `${url}?${query.join('&')}` : url;
}

const headersOf = ({ credentials }: SampleCall) => credentials.filter((each) => each.in === 'header');

/** The same call in five languages, each with its standard library only. */
export function codeSamples(call: SampleCall): { language: string; code: string }[] {
  return [
    { language: 'curl', code: curl(call) },
    { language: 'JavaScript', code: javascript(call) },
    { language: 'Python', code: python(call) },
    { language: 'Go', code: go(call) },
    { language: 'Java', code: java(call) },
  ];
}

function curl(call: SampleCall): string {
  const parts = [];
  if (call.method !== 'GET') parts.push(`-X ${call.method}`);
  for (const { name, placeholder } of headersOf(call)) parts.push(`-H '${name}: ${placeholder}'`);
  // One thing a line: a header and an address together are wider than most screens' third column.
  return `curl ${[...parts, `'${addressOf(call)}'`].join(' \\\n  ')}`;
}

function javascript(call: SampleCall): string {
  const sent = headersOf(call).map(({ name, placeholder }) => `'${name}': '${placeholder}'`);
  const headers = sent.length > 0 ? `\n  headers: { ${sent.join(', ')} },` : '';
  return `const response = await fetch('${addressOf(call)}', {
  method: '${call.method}',${headers}
});
console.log(response.status, await response.text());`;
}

function python(call: SampleCall): string {
  const sent = headersOf(call).map(({ name, placeholder }) => `"${name}": "${placeholder}"`);
  const headers = sent.length > 0 ? `\n    headers={${sent.join(', ')}},` : '';
  return `from urllib.request import Request, urlopen

request = Request(
    "${addressOf(call)}",
    method="${call.method}",${headers}
)
with urlopen(request) as response:
    print(response.status, response.read().decode())`;
}

function go(call: SampleCall): string {
  const header = headersOf(call)
    .map(({ name, placeholder }) => `\n\trequest.Header.Set("${name}", "${placeholder}")`)
    .join('');
  return `package main

import (
	"fmt"
	"io"
	"net/http"
)

func main() {
	request, err := http.NewRequest("${call.method}", "${addressOf(call)}", nil)
	if err != nil {
		panic(err)
	}${header}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Println(response.Status, string(body))
}`;
}

function java(call: SampleCall): string {
  const header = headersOf(call)
    .map(({ name, placeholder }) => `\n    .header("${name}", "${placeholder}")`)
    .join('');
  return `var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("${addressOf(call)}"))
    .method("${call.method}", java.net.http.HttpRequest.BodyPublishers.noBody())${header}
    .build();
var response = java.net.http.HttpClient.newHttpClient()
    .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
System.out.println(response.statusCode() + " " + response.body());`;
}
