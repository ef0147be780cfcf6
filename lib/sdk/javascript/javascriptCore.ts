/**
 * What every JavaScript client has, of browsers (all since 2020) and Node alike: fetch and WebCrypto, nothing beside
 * them. WebCrypto is there on HTTPS and on localhost only; calls that are not signed need none.
 */
export const javascriptCore = String.raw`
function apiGatewayCore(config) {
  'use strict';
  const encoder = new TextEncoder();

  /** RFC 3986 */
  function encode(text) {
    return encodeURIComponent(String(text)).replace(
      /[!'()*]/g,
      (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase(),
    );
  }

  const encodePath = (text) => String(text).split('/').map(encode).join('/');

  const hex = (buffer) =>
    Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

  const sha256 = async (text) => hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

  async function hmac(key, text) {
    const bytes = typeof key === 'string' ? encoder.encode(key) : key;
    const imported = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  }

  /** Signature Version 4, https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html */
  async function sign(verb, url, headers, payload) {
    const time = new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    const day = time.slice(0, 8);
    const scope = [day, config.region, 'execute-api', 'aws4_request'].join('/');
    headers['X-Amz-Date'] = time;
    const signed = { host: url.host, 'x-amz-date': time };
    if (config.sessionToken) {
      headers['X-Amz-Security-Token'] = config.sessionToken;
      signed['x-amz-security-token'] = config.sessionToken;
    }
    const names = Object.keys(signed).sort();
    const lines = names.map((name) => name + ':' + signed[name] + '\n').join('');
    const query = url.search.slice(1);
    const path = encodePath(url.pathname);
    const canonical = [verb, path, query, lines, names.join(';'), await sha256(payload)].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', time, scope, await sha256(canonical)].join('\n');
    let key = 'AWS4' + config.secretKey;
    for (const part of [day, config.region, 'execute-api', 'aws4_request']) key = await hmac(key, part);
    const signature = hex(await hmac(key, toSign));
    headers.Authorization =
      'AWS4-HMAC-SHA256 Credential=' + config.accessKey + '/' + scope +
      ', SignedHeaders=' + names.join(';') + ', Signature=' + signature;
  }

  function queryText(parameters) {
    const pairs = Object.keys(parameters).flatMap((name) =>
      [].concat(parameters[name]).filter((value) => value !== undefined && value !== null)
        .map((value) => [encode(name), encode(value)]),
    );
    const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return pairs.sort((a, b) => order(a[0], b[0]) || order(a[1], b[1])).map((pair) => pair.join('=')).join('&');
  }

  async function read(response) {
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') || '');
    let data = text;
    try {
      if (isJson && text !== '') data = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    return {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      data: data,
    };
  }

  /** Resolves to {status, statusText, headers, data}; from status 400 on rejects with an Error whose response that is. */
  async function call(verb, path, query, headers, body) {
    const url = new URL(config.invokeUrl.replace(/\/$/, '') + path);
    const text = queryText(query);
    if (text !== '') url.search = '?' + text;
    const sent = { Accept: config.defaultAcceptType };
    if (config.apiKey) sent['x-api-key'] = config.apiKey;
    const hasBody = body !== undefined && body !== null && body !== '' && verb !== 'GET' && verb !== 'HEAD';
    const payload = !hasBody ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    if (hasBody) sent['Content-Type'] = config.defaultContentType;
    for (const name of Object.keys(headers))
      if (headers[name] !== undefined && headers[name] !== null) sent[name] = String(headers[name]);
    const isSigned = Object.keys(sent).some((name) => name.toLowerCase() === 'authorization');
    if (config.accessKey && config.secretKey && !isSigned) await sign(verb, url, sent, payload);
    const options = { method: verb, headers: sent };
    if (hasBody) options.body = payload;
    const answer = await read(await fetch(url.href, options));
    if (answer.status < 400) return answer;
    const error = new Error('Request failed with status code ' + answer.status);
    error.response = answer;
    throw error;
  }

  return { call: call, encode: encode, encodePath: encodePath };
}
`;
