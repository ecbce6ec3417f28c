import { world } from "../world/current-world.ts";
import type { Link } from "../world/link.ts";
import { later } from "../world/platform.ts";

type Statement = string | { readonly text: string; readonly values?: unknown[] };

/** A connection as the product uses those of the driver: statements may be sent before earlier ones are answered. */
class PoolClient {
  readonly connection = { stream: { cork: () => undefined, uncork: () => undefined } };
  readonly link: Link;
  readonly #pool: Pool;

  constructor(pool: Pool, link: Link) {
    this.#pool = pool;
    this.link = link;
  }

  on(): this {
    return this;
  }

  query(statement: Statement, values?: unknown[]): Promise<unknown> {
    const text = typeof statement === "string" ? statement : statement.text;
    const parameters = (typeof statement === "string" ? values : (statement.values ?? values)) ?? [];
    return this.link.send(text, parameters);
  }

  release(destroy?: boolean | Error): void {
    this.#pool.takeBack(this, destroy !== undefined && destroy !== false);
  }
}

interface PoolConfig {
  readonly connectionString: string;
  readonly max: number;
  readonly connectionTimeoutMillis?: number;
  readonly lock_timeout?: number;
  readonly query_timeout?: number;
  readonly idle_in_transaction_session_timeout?: number;
}

/** A pool of connections to the model of the database. */
class Pool {
  readonly options: PoolConfig;
  readonly #node: string;
  readonly #idle: PoolClient[] = [];
  /** Each says whether it still waited. */
  readonly #waiting: ((client: PoolClient | Error) => boolean)[] = [];
  #open = 0;
  #ended: (() => void) | null = null;

  constructor(config: PoolConfig) {
    this.options = config;
    this.#node = config.connectionString;
  }

  on(): this {
    return this;
  }

  async connect(): Promise<PoolClient> {
    if (this.#ended !== null) throw new Error("Cannot use a pool after calling end on the pool");
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.link.usable) return idle;
      this.#closed();
    }
    if (this.#open >= this.options.max) return await this.#place();
    this.#open++;
    try {
      return new PoolClient(this, await this.#connect());
    } catch (error) {
      this.#closed();
      this.#next();
      throw error;
    }
  }

  async query(statement: Statement, values?: unknown[]): Promise<unknown> {
    const client = await this.connect();
    try {
      const answer = await client.query(statement, values);
      client.release();
      return answer;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Waits for those who still have a connection, as the driver does. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      this.#ended = resolve;
      if (this.#open === 0) resolve();
      for (const { link } of this.#idle.splice(0)) {
        link.close();
        this.#closed();
      }
    });
  }

  takeBack(client: PoolClient, destroy: boolean): void {
    if (destroy || this.#ended !== null || !client.link.usable) {
      this.#closed();
      client.link.close();
      this.#next();
      return;
    }
    const next = this.#waiting.shift();
    if (next) next(client);
    else this.#idle.push(client);
  }

  #closed(): void {
    this.#open--;
    if (this.#open === 0) this.#ended?.();
  }

  #connect(): Promise<Link> {
    const { options } = this;
    return world().server.connect(this.#node, {
      connect: options.connectionTimeoutMillis ?? 5_000,
      lock: options.lock_timeout ?? 10_000,
      heard: options.query_timeout ?? 60_000,
      idle: options.idle_in_transaction_session_timeout ?? 60_000,
    });
  }

  /** A place has become free without a connection: whoever waits makes one. Who gave up meanwhile leaves it to others. */
  #next(): void {
    const next = this.#waiting.shift();
    if (!next) return;
    this.connect().then(
      (client) => next(client) || this.takeBack(client, false),
      (error: Error) => next(error),
    );
  }

  #place(): Promise<PoolClient> {
    return new Promise((resolve, reject) => {
      let gone = false;
      const place = (client: PoolClient | Error): boolean => {
        if (gone) return false;
        timer.cancel();
        if (client instanceof Error) reject(client);
        else resolve(client);
        return true;
      };
      const timer = later(() => {
        gone = true;
        const at = this.#waiting.indexOf(place);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(new Error("timeout exceeded when trying to connect"));
      }, this.options.connectionTimeoutMillis ?? 5_000);
      this.#waiting.push(place);
    });
  }
}

class Client {
  constructor() {
    throw new Error("A world has no connection outside of the pools");
  }
}

export default { Pool, Client };
