/** Milliseconds for which a node is taken for alive after it was last heard of. */
export const NODE_LEASE = 9_000;

/** Milliseconds that jobs under way are given to finish when their process ends. */
export const PATIENCE = 5_000;

/** Deaths of nodes after which a job that each of them was carrying out is no longer tried: it may have killed them. */
export const DEATHS = 3;
