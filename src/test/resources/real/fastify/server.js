// Answers "Hello World!", with Fastify as it comes.
'use strict';

const server = require('fastify')();
server.get('/hello', (request, reply) => reply.type('text/plain').send('Hello World!'));
server.listen({host: '127.0.0.1', port: Number(process.argv[2])});
