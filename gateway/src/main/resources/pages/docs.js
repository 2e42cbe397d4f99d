// One page for the interfaces of all services; each description comes from the service itself.
window.ui = SwaggerUIBundle({
  urls: ["org", "workflow", "performance", "training", "risk", "notification", "reporting"].map((service) => ({
    name: service,
    url: `/openapi/${service}`,
  })),
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
