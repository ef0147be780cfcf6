export interface SampleCall {
  method: string;
  url: string;
  /** shown as a placeholder: the value itself is never in a page */
  needsKey: boolean;
}

const keyPlaceholder = 'YOUR_API_KEY';

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

function curl({ method, url, needsKey }: SampleCall): string {
  const parts = [];
  if (method !== 'GET') parts.push(`-X ${method}`);
  if (needsKey) parts.push(`-H 'x-api-key: ${keyPlaceholder}'`);
  // One thing a line: a header and an address together are wider than most screens' third column.
  return `curl ${[...parts, `'${url}'`].join(' \\\n  ')}`;
}

function javascript({ method, url, needsKey }: SampleCall): string {
  const headers = needsKey ? `\n  headers: { 'x-api-key': '${keyPlaceholder}' },` : '';
  return `const response = await fetch('${url}', {
  method: '${method}',${headers}
});
console.log(response.status, await response.text());`;
}

function python({ method, url, needsKey }: SampleCall): string {
  const headers = needsKey ? `\n    headers={"x-api-key": "${keyPlaceholder}"},` : '';
  return `from urllib.request import Request, urlopen

request = Request(
    "${url}",
    method="${method}",${headers}
)
with urlopen(request) as response:
    print(response.status, response.read().decode())`;
}

function go({ method, url, needsKey }: SampleCall): string {
  const header = needsKey ? `\n\trequest.Header.Set("x-api-key", "${keyPlaceholder}")` : '';
  return `package main

import (
	"fmt"
	"io"
	"net/http"
)

func main() {
	request, err := http.NewRequest("${method}", "${url}", nil)
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

function java({ method, url, needsKey }: SampleCall): string {
  const header = needsKey ? `\n    .header("x-api-key", "${keyPlaceholder}")` : '';
  return `var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("${url}"))
    .method("${method}", java.net.http.HttpRequest.BodyPublishers.noBody())${header}
    .build();
var response = java.net.http.HttpClient.newHttpClient()
    .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
System.out.println(response.statusCode() + " " + response.body());`;
}
