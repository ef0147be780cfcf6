/** Template of the sample's root: a page that shows that a MOCK integration needs no backend. */
export const welcomePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Pet store</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #1c1c1c; }
      code { background: #f0f0f0; padding: 0.1rem 0.3rem; border-radius: 4px; }
      table { border-collapse: collapse; }
      td { padding: 0.25rem 1rem 0.25rem 0; }
    </style>
  </head>
  <body>
    <h1>Welcome to your pet store API</h1>
    <p>You have deployed your first API. This page comes from a MOCK integration: no backend was called.</p>
    <table>
      <tr><td><code>GET /pets</code></td><td>List pets</td></tr>
      <tr><td><code>GET /pets?type=cat&amp;page=1</code></td><td>List pets by type and page</td></tr>
      <tr><td><code>POST /pets</code></td><td>Add a pet, for example <code>{"type": "cat", "price": 123.11}</code></td></tr>
      <tr><td><code>GET /pets/1</code></td><td>Get one pet</td></tr>
    </table>
  </body>
</html>
`;
