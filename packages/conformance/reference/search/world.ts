/** A token of the abstract game: where it stands and, in a container, what goes on inside. */
export interface Piece {
  at: string;
  /** On the way along this edge: only where somebody may cancel it there. */
  along?: string;
  child?: Room;
  /** Events that went beside the rest; each happens at most once here. */
  fired?: string[];
}

/** One opening of a place. */
export interface Room {
  of: string;
  tokens: Piece[];
  counted: Record<string, Record<string, number>>;
  /** Complex gateways: edges that are awaited in silence. */
  silent: Record<string, string[]>;
  /** Ends that were reached. */
  ends: string[];
  fired: string[];
  /** An interrupting event sub-process has begun: no other one listens. */
  handled: boolean;
  /** Steps of a plan that are done, or of an ad-hoc container that were begun. */
  done: string[];
}

export interface World {
  root: Room;
  over: null | "ended" | "failed";
}

/** Picks one of so many ways. */
export type Choose = (ways: number) => number;

export function emptyRoom(of: string): Room {
  return { of, tokens: [], counted: {}, silent: {}, ends: [], fired: [], handled: false, done: [] };
}

export function clear(room: Room): void {
  room.tokens = [];
  room.counted = {};
  room.silent = {};
}

export function isEmpty({ tokens, counted }: Room): boolean {
  return tokens.length === 0 && Object.keys(counted).length === 0;
}

/** A room and all that is open inside of it. */
export function roomsIn(room: Room): Room[] {
  return [room, ...room.tokens.flatMap(({ child }) => (child ? roomsIn(child) : []))];
}

export function copyOf({ root, over }: World): World {
  return { root: copyOfRoom(root), over };
}

function copyOfRoom(room: Room): Room {
  return {
    ...room,
    tokens: room.tokens.map(({ child, fired, ...piece }) => ({
      ...piece,
      ...(child ? { child: copyOfRoom(child) } : {}),
      ...(fired ? { fired: [...fired] } : {}),
    })),
    counted: Object.fromEntries(Object.entries(room.counted).map(([join, edges]) => [join, { ...edges }])),
    silent: Object.fromEntries(Object.entries(room.silent).map(([join, edges]) => [join, [...edges]])),
    ends: [...room.ends],
    fired: [...room.fired],
    done: [...room.done],
  };
}
