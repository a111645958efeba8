// JSON texts in the neighbourhood of what a schema takes, for somebody who sends what no page would.
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';

interface Schema {
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}

const goodOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(goodOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'uuid') return fc.constant('').map(() => uuidv7());
  switch (schema.type) {
    case 'string':
      return fc.stringMatching(/^[A-Z0-9-]{4,12}$/);
    case 'integer':
      return fc.integer({ min: 0, max: 80 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fieldOf(schema.items ?? {}), { minLength: 1, maxLength: 4 });
    case 'object':
      return recordOf(schema.properties ?? {});
    default:
      return fc.constant(schema.const ?? null);
  }
};

/** A field's good values and many that are nearly good. */
const fieldOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const wild = [
    fc.string(),
    fc.string({ maxLength: 9_000, minLength: 3_000 }),
    fc.jsonValue(),
    fc.double(),
    fc.constant('__proto__'),
  ];
  return fc.oneof({ arbitrary: goodOf(schema), weight: 6 }, { arbitrary: fc.oneof(...wild), weight: 1 });
};

const recordOf = (properties: Record<string, Schema>): fc.Arbitrary<Record<string, unknown>> => {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, field]) => [key, fieldOf(field)]));
  return fc.record(fields, { requiredKeys: Object.keys(fields).slice(1) });
};

/** Objects that `schema` takes or nearly takes. */
export const nearOf = (schema: z.ZodType): fc.Arbitrary<Record<string, unknown>> =>
  recordOf((z.toJSONSchema(schema, { io: 'input' }) as Schema).properties ?? {});

/** JSON texts near what `schema` takes, and now and then something quite different. */
export const textsOf = (schema: z.ZodType): fc.Arbitrary<string> => {
  const near = nearOf(schema);
  const more = fc
    .tuple(near, fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }))
    .map(([a, b]) => ({ ...a, ...b }));
  const text = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
    arbitrary.map((value) => JSON.stringify(value));
  return fc.oneof(
    { arbitrary: text(near), weight: 6 },
    { arbitrary: text(more), weight: 1 },
    { arbitrary: text(fc.jsonValue()), weight: 1 },
    { arbitrary: fc.string(), weight: 1 },
  );
};
