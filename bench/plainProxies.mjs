import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startChild, until } from './child.mjs';
import { processTree } from './processorTime.mjs';

const program = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @returns the backend's port and `stop` */
export async function startBackend() {
  const port = await freePort();
  const { stop } = await startChild(process.execPath, [program('backend.mjs'), `${port}`], {
    ready: 'ready',
  });
  return { port, stop };
}

/** The bare proxy as a target. */
export async function startBareProxy(backendPort, pathsFile) {
  const port = await freePort();
  const args = [program('bareProxy.mjs'), `${port}`, `${backendPort}`];
  const { pid, stop } = await startChild(process.execPath, args, { ready: 'ready' });
  return { name: 'bare proxy', port, headers: {}, pathsFile, parts: { 'bare proxy': [pid] }, stop };
}

/** What the plain nginx proxies add to do a gateway's checks. */
const NO_CHECKS = { modules: '', http: '', location: '' };
const modules = '/usr/lib/nginx/modules';

/** Whether this machine's nginx can run Lua (Debian: libnginx-mod-http-lua). */
export const hasLua = () => existsSync(`${modules}/ngx_http_lua_module.so`);

/** nginx as a target: one worker; its master does nothing under load and is counted with it. */
export function startNginx(backendPort, pathsFile, folder) {
  return nginx('nginx', { backendPort, pathsFile, folder, headers: {} }, NO_CHECKS);
}

/** The same with key, throttle, quota and metrics done in Lua. */
export function startCheckingNginx(backendPort, pathsFile, folder) {
  const headers = { 'x-api-key': 'the-one-key-that-nginx-knows' };
  return nginx(
    'nginx with Lua',
    { backendPort, pathsFile, folder, headers },
    {
      modules: ['ndk_http', 'ngx_http_lua']
        .map((name) => `load_module ${modules}/${name}_module.so;`)
        .join('\n'),
      http: `
  lua_package_path "${program('.')}?.lua;/usr/share/lua/5.1/?.lua;;";
  lua_shared_dict limits 10m;
  lua_shared_dict metrics 10m;
  init_by_lua_block { require('nginxChecks').know('${headers['x-api-key']}', 'key1') }`,
      location: `
      access_by_lua_block { require('nginxChecks').access() }
      log_by_lua_block { require('nginxChecks').log() }`,
    },
  );
}

async function nginx(name, { backendPort, pathsFile, folder, headers }, checks) {
  const port = await freePort();
  const prefix = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(prefix);
  writeFileSync(join(prefix, 'nginx.conf'), configuration(port, backendPort, checks));
  const { pid, stop } = await startChild('nginx', ['-p', prefix, '-c', 'nginx.conf', '-e', 'error.log']);
  const answers = async () => (await fetch(`http://127.0.0.1:${port}/`, { headers })).ok;
  await until(`${name} answers`, answers, 5_000);
  return { name, port, headers, pathsFile, parts: { [name]: processTree(pid) }, stop };
}

/** Kept connections on both sides, as many calls each as the others allow; no access log. */
const configuration = (port, backendPort, { modules: loaded, http, location }) => `
${loaded}
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_requests 100000000;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;${http}
  upstream backend {
    server 127.0.0.1:${backendPort};
    keepalive 64;
    keepalive_requests 100000000;
  }
  server {
    listen 127.0.0.1:${port};
    location / {${location}
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
