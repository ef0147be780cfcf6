import { mkdirSync, writeFileSync } from 'node:fs';
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

/** nginx as a target: one worker; its master does nothing under load and is counted with it. */
export async function startNginx(backendPort, pathsFile, folder) {
  const port = await freePort();
  const prefix = join(folder, 'nginx');
  mkdirSync(prefix);
  writeFileSync(join(prefix, 'nginx.conf'), configuration(port, backendPort));
  const { pid, stop } = await startChild('nginx', ['-p', prefix, '-c', 'nginx.conf', '-e', 'error.log']);
  await until('nginx answers', async () => (await fetch(`http://127.0.0.1:${port}/`)).ok, 5_000);
  return { name: 'nginx', port, headers: {}, pathsFile, parts: { nginx: processTree(pid) }, stop };
}

/** Kept connections on both sides, as many calls each as the others allow; no access log. */
const configuration = (port, backendPort) => `
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
  scgi_temp_path scgi;
  upstream backend {
    server 127.0.0.1:${backendPort};
    keepalive 64;
    keepalive_requests 100000000;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
