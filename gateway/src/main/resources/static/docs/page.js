'use strict';

// `defer` keeps the order: the bundle has run when this does.
window.SwaggerUIBundle({
  dom_id: '#api',
  url: '/api/v1/openapi.json',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  // asks a foreign host otherwise
  validatorUrl: null,
});
