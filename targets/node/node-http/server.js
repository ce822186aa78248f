// Answers /hello?name=World with "Hello World!" on the HTTP server that comes with Node.js.
'use strict';

const http = require('node:http');

// Node's own is 511, too short for a burst of 800.
const BACKLOG = 4096;

function hello(request, response) {
  const [path, query] = request.url.split('?', 2);
  if (path !== '/hello') {
    response.writeHead(404).end();
  } else if (request.method !== 'GET') {
    response.writeHead(405, {Allow: 'GET'}).end();
  } else {
    const name = new URLSearchParams(query).get('name') ?? 'Earth';
    response.writeHead(200, {'Content-Type': 'text/plain; charset=utf-8'}).end(`Hello ${name}!`);
  }
}

const argument = process.argv.length === 3 ? process.argv[2] : '';
if (argument === '--version') {
  console.log(process.versions.node);
} else if (/^\d{1,5}$/.test(argument) && Number(argument) <= 65535) {
  http.createServer(hello).listen({host: '127.0.0.1', port: Number(argument), backlog: BACKLOG});
} else {
  console.error('usage: node server.js PORT | --version');
  process.exit(1);
}
