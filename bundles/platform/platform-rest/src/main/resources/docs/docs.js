window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#docs',
    deepLinking: true,
    docExpansion: 'none',
    tagsSorter: 'alpha',
    validatorUrl: null,
    persistAuthorization: false,
  });
});
