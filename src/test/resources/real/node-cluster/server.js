// Answers "Hello World!" by two workers; the primary accepts their connections.
'use strict';

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.end('Hello World!');
  }).listen(Number(process.argv[2]), '127.0.0.1');
}
