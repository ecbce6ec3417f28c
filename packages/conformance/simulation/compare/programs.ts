import fc from "fast-check";

/** One step of a program over several connections. */
export interface Step {
  /** Number of the connection. */
  readonly on: number;
  readonly text: string;
  readonly values: readonly unknown[];
}

export const CONNECTIONS = 3;
const CASES = ["a", "b", "c"].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const OLD = "2020-01-01T00:00:00.000Z";
const FAR = "2090-01-01T00:00:00.000Z";

/** Rows that every program begins with; the same in the model and in PostgreSQL. */
export const BEGINNING: readonly string[] = [
  `delete from instance`,
  `delete from job`,
  `delete from timer`,
  `delete from message`,
  `delete from delivery`,
  `delete from idempotency`,
  `delete from case_counter`,
  `delete from node`,
  ...CASES.map(
    (
      id,
      index,
    ) => `insert into instance (id, tenant_id, definition_id, version, number, status, seq, state, started_at)
      values ('${id}', 'shop', 'flow', 1, 'N-${index}', 'active', 1, '{}', '${OLD}')`,
  ),
  ...CASES.map(
    (
      id,
      index,
    ) => `insert into job (tenant_id, instance_id, number, definition_id, node, type, input, attempts, backoff,
      timeout_ms, opened_at, next_at) values ('shop', '${id}', 1, 'flow', 'n', 'work', '{}', 3, '{100,200}', 1000,
      '${OLD}', '2020-01-01T00:00:0${index}.000Z')`,
  ),
  `insert into timer (tenant_id, instance_id, number, node, due, opened_at, paused) values
    ('shop', '${CASES[0]}', 2, 't', '${OLD}', '${OLD}', false), ('shop', '${CASES[1]}', 2, 't', '${FAR}', '${OLD}', true)`,
  `insert into message (tenant_id, id, name, data, by_user, received_at, expires_at) values
    ('shop', 'm1', 'parcel', '{"a": 1}', 'x', '${OLD}', '${FAR}'), ('shop', 'm2', 'parcel', '{}', 'x', '${OLD}', '${FAR}')`,
  `insert into delivery (id, tenant_id, message_id, definition_id, instance_id, created_at) values
    ('${CASES[2]}', 'shop', 'm1', 'flow', '${CASES[0]}', '${OLD}')`,
  `insert into node (name, state, lease_until) values ('one', 'running', '${FAR}'), ('two', 'running', '${OLD}')`,
];

/** What is looked at when a program has come to its end. */
export const ENDING: readonly string[] = [
  `select id, seq, status, ended_at, start_key from instance order by id`,
  `select instance_id, number, attempt, lease is null as free, worker, next_at from job order by instance_id, number`,
  `select instance_id, number, paused from timer order by instance_id, number`,
  `select id, matched_at is null as buffered from message order by id`,
  `select id, settled_at is null as pending, refused from delivery order by id`,
  `select user_name, key, body_hash from idempotency order by user_name, key`,
  `select prefix, last from case_counter order by prefix`,
  `select name, state from node order by name`,
];

const someCase = fc.constantFrom(...CASES);
const someCases = fc.subarray(CASES, { minLength: 1, maxLength: 2 });
const key = fc.constantFrom("k1", "k2");

/** The statements by which the product locks, takes, settles and numbers, and what reads beside them. */
const statement: fc.Arbitrary<Omit<Step, "on">> = fc.oneof(
  someCases.map((ids) => ({
    text: `select id, status, seq, state from instance where id = any($1::uuid[]) order by id for update`,
    values: [ids],
  })),
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom("w1", "w2")).map(([max, worker]) => ({
    text: `with free as (
        select instance_id, number from job
         where type = $1 and not paused and next_at <= clock_timestamp() and attempt < attempts
           and (lease is null or lease_until <= clock_timestamp())
         order by next_at, instance_id limit $2 for update skip locked
      )
      update job j set attempt = j.attempt + 1, lease = gen_random_uuid(), worker = $3,
             lease_until = clock_timestamp() + interval '1 millisecond' * coalesce($4::int, j.timeout_ms + j.timeout_ms / 2)
        from free where j.instance_id = free.instance_id and j.number = free.number
      returning j.tenant_id as tenant, j.instance_id as instance, j.number, j.attempt, j.attempts, j.backoff`,
    values: ["work", max, worker, max === 1 ? null : 60_000],
  })),
  fc.tuple(someCase, fc.integer({ min: 1, max: 3 })).map(([id, was]) => ({
    text: `with changed as (
             update instance i set seq = x.seq, status = x.status, state = x.state, ended_at = x.ended_at
               from json_to_recordset($1::json) as x(id uuid, was integer, seq integer, status text, state json,
                 ended_at timestamptz)
              where i.id = x.id and i.seq = x.was
             returning i.id
           )
           select 1 / (case when count(*) = $2::bigint then 1 else 0 end) as one from changed`,
    values: [
      JSON.stringify([
        { id, was, seq: was + 1, status: "active", state: { seq: was }, ended_at: was === 3 ? OLD : null },
      ]),
      1,
    ],
  })),
  fc.tuple(key, fc.boolean()).map(([name, gentle]) => ({
    text: `insert into idempotency (tenant_id, user_name, key, body_hash, response, created_at)
           select tenant, "user", key, hash, response, '${OLD}'
             from rows from (unnest($1::text[], $2::text[], $3::text[], $4::text[]), json_array_elements($5::json))
               as x(tenant, "user", key, hash, response) ${gentle ? "on conflict do nothing" : ""}`,
    values: [`{"shop"}`, `{"a\\"b"}`, [name], ["h"], `[{"id":1}]`],
  })),
  fc.tuple(key, fc.integer({ min: 1, max: 3 })).map(([prefix, count]) => ({
    text: `insert into case_counter (tenant_id, prefix, last) select 'shop', $1, $2::bigint
           on conflict (tenant_id, prefix) do update set last = case_counter.last + excluded.last
           returning prefix, last`,
    values: [prefix, count],
  })),
  someCase.map((id) => ({
    text: `delete from job t using unnest($1::uuid[], $2::int[]) as x(instance, number)
            where t.instance_id = x.instance and t.number = x.number`,
    values: [[id], [1]],
  })),
  fc.tuple(someCase, fc.integer({ min: 0, max: 2 })).map(([id, least]) => ({
    text: `update job set attempt = attempt + 1, next_at = '${OLD}'::timestamptz + interval '1 millisecond'
             * coalesce(backoff[least(attempt, array_length(backoff, 1))], 1000)
            where instance_id = $1 and number = 1 and attempt >= $2 returning attempt, next_at`,
    values: [id, least],
  })),
  fc.constantFrom("m1", "m2", "m3").map((id) => ({
    text: `select type, name, key, data from message where tenant_id = $1 and id = $2 and matched_at is null
             and expires_at > clock_timestamp() for update`,
    values: ["shop", id],
  })),
  fc.constantFrom("m1", "m2", "m3").map((id) => ({
    text: `update message set matched_at = clock_timestamp() where tenant_id = 'shop' and id = $1 and matched_at is null`,
    values: [id],
  })),
  fc.constantFrom("m1", "m2", "m3").map((id) => ({
    text: `insert into message (tenant_id, id, name, data, by_user, received_at, expires_at)
           select 'shop', $1, 'parcel', '{}'::json, 'x', t.now, t.now + $2::float8 * interval '1 millisecond'
             from (select clock_timestamp() as now) t on conflict do nothing`,
    values: [id, 1e9],
  })),
  fc.constant({
    text: `select m.id from message m where m.matched_at is null and (
             exists (select from delivery d where d.message_id = m.id and d.settled_at is null)
             or m.name = 'parcel') order by m.id for update skip locked limit 1`,
    values: [],
  }),
  fc.constant({
    text: `update delivery set settled_at = clock_timestamp(), refused = true
            where settled_at is null and kind = 'message'`,
    values: [],
  }),
  fc.constantFrom("one", "two").map((name) => ({
    text: `select name, state from node where name = $1 and lease_until > clock_timestamp() for key share`,
    values: [name],
  })),
  fc.constantFrom("one", "two").map((name) => ({
    text: `update node set state = 'draining', lease_until = lease_until + $2 * interval '1 millisecond' where name = $1`,
    values: [name, 5],
  })),
  fc.constant({
    text: `delete from node where epoch in (
             select epoch from node where lease_until <= clock_timestamp() for update skip locked) returning name`,
    values: [],
  }),
  fc.tuple(someCases, fc.boolean()).map(([ids, paused]) => ({
    text: `update timer set paused = $2 where instance_id = any($1::uuid[])`,
    values: [ids, paused],
  })),
  fc.tuple(someCase, fc.constantFrom("same", "other")).map(([id, startKey]) => ({
    text: `update instance set start_message = 'order', start_key = $2 where id = $1::uuid and ended_at is null`,
    values: [id, startKey],
  })),
  fc
    .constantFrom(
      `select count(*) as jobs, count(*) filter (where lease is null)::int as free, max(attempt) as most from job`,
      `select i.number, j.attempt, j.lease is null as free from instance i left join job j on j.instance_id = i.id
        and j.attempt < 2 order by i.number`,
      `select instance_id, number from timer where not paused order by due, instance_id limit 5`,
      `select w.kind, w.n from (select 'job' as kind, count(*)::int as n from job union all
        select 'timer', count(*)::int from timer where not paused) w order by kind`,
      `select type, array_agg(attempt order by attempt desc) as attempts from job group by type`,
    )
    .map((text) => ({ text, values: [] })),
);

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.integer({ min: 0, max: CONNECTIONS - 1 }),
    fc.oneof(
      { weight: 8, arbitrary: statement },
      {
        weight: 2,
        arbitrary: fc.constantFrom("commit", "rollback").map((text) => ({ text, values: [] })),
      },
      { weight: 2, arbitrary: fc.constant({ text: "begin", values: [] }) },
    ),
  )
  .map(([on, what]) => ({ on, ...what }));

/** Programs of transactions beside each other; each connection begins in one. */
export const programs: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 6, maxLength: 14 })
  .map((steps) => [
    ...Array.from({ length: CONNECTIONS }, (_, on) => ({ on, text: "begin", values: [] })),
    ...steps,
  ]);

/** Expressions whose value is the same everywhere. */
export const EXPRESSIONS: readonly string[] = [
  "null and false",
  "null or true",
  "not null::bool",
  "1 in (1, null)",
  "2 in (1, null)",
  "2 not in (1, null)",
  "null is not distinct from null::text",
  "1 is distinct from null",
  "greatest(null, 3, 2)",
  "least(null::int, null)",
  "coalesce(null, null, 'x')",
  "7 / 2",
  "-7 / 2",
  "7 % 3",
  "7 / 2.0 > 3",
  "'a' || 1 || 'b'",
  "lpad('7', 3, '0')",
  "lpad('12345', 3, '0')",
  "array_length(array[]::int[], 1)",
  "array_length(array[4, 5], 1)",
  "(array[4, 5])[2]",
  "(array[4, 5])[3]",
  "2 = any(array[1, null])",
  "1 = any(array[1, null])",
  "3 <> all(array[1, 2])",
  "array['a', 'b'] && array['b']",
  "case when null then 1 else 2 end",
  "case 3 when 3 then 'three' end",
  "'12'::int + 1",
  "2.5::int",
  "3.5::int",
  "true::int",
  "nullif(1, 1)",
  "length('abc')",
  "(1, 2) < (1, 3)",
  "(select 1 where false)",
  "exists (select where false)",
  "extract(epoch from '2026-01-01T00:00:01Z'::timestamptz - '2026-01-01T00:00:00Z'::timestamptz)::float8",
  "'2026-01-01T00:00:00Z'::timestamptz + interval '1 hour' > '2026-01-01T00:59:59Z'::timestamptz",
  "to_char('2026-01-02T03:04:05.678Z'::timestamptz at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
  "'{\"a\":{\"b\":[1,2]}}'::json -> 'a'",
  "'{\"a\":1}'::json ->> 'a'",
  "json_build_object('a', 1, 'b', null)::text is null",
  "make_interval(days => 1) = interval '24 hours'",
  "(select count(*) from unnest(array[1, 2, null]) as x(n) where n is null)::int",
  "(select max(n) from unnest('{3,\"10\",NULL}'::int[]) as n)",
  "(select array_agg(distinct n order by n) from unnest(array[2, 1, 2]) as n)",
  "(select string_agg(a, ',' order by b desc) from unnest(array['x', 'y'], array[1, 2]) as t(a, b))",
  "(select string_agg(a || n, ',' order by n) from unnest(array['x', 'y'], array[1]) with ordinality as t(a, b, n))",
  "(select max(ordinality)::int from unnest(array[7, 8]) with ordinality)",
];
