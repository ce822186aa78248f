// Answers /hello?name=World with "Hello World!" on Express, from the system's packages or from this folder's.
'use strict';

// Node's own is 511, too short for a burst of 800.
const BACKLOG = 4096;

let express;
try {
  express = require('express');
} catch {
  console.error('express is not installed; fix: sudo apt-get install node-express, or npm install express');
  process.exit(1);
}

if (process.argv[2] === '--version') {
  console.log(require('express/package.json').version);
} else {
  const app = express();
  app.disable('x-powered-by');
  app.get('/hello', (request, response) => {
    response.type('text/plain').send(`Hello ${request.query.name ?? 'Earth'}!`);
  });
  app.listen({host: '127.0.0.1', port: Number(process.env.PORT), backlog: BACKLOG});
}
