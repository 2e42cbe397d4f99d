// Reads an AsyncAPI document with the official parser and says as JSON what it found:
// node check.mjs asyncapi.json
import { readFile } from "node:fs/promises";
import { Parser } from "@asyncapi/parser";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const SEVERITIES = ["error", "warning", "info", "hint"];

const { document, diagnostics } = await new Parser().parse(await readFile(process.argv[2], "utf8"));
const messages = document ? document.allMessages().all() : [];

console.log(JSON.stringify({
  accepted: document !== undefined,
  diagnostics: diagnostics.map(({ severity, code, path, message }) =>
    ({ severity: SEVERITIES[severity], code, at: "/" + path.join("/"), message })),
  operations: document ? document.operations().all().map((operation) => ({ id: operation.id(), action: operation.action() })) : [],
  servers: document ? document.servers().all().map((server) => ({ id: server.id(), protocol: server.protocol(), security: server.security().length })) : [],
  messages: messages.map((message) => ({
    name: message.name(),
    // Resolved: what the traits give stands in the message here.
    headers: Object.keys(message.headers()?.properties() ?? {}),
    correlation: message.correlationId()?.location() ?? null,
    examples: message.examples().all().length,
    violations: violations(message),
  })),
}));

// The parser itself does not hold examples against their schemas.
function violations(message) {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
  return message.examples().all().flatMap((example) => [
    ...check(ajv, message.payload().json(), example.payload(), "payload"),
    ...check(ajv, message.headers().json(), example.headers(), "headers"),
  ]);
}

function check(ajv, schema, value, part) {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors.map((error) => `${part}${error.instancePath} ${error.message}`);
}
