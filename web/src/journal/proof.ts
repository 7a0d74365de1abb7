/**
 * The proof of an entry, checked in the browser: canonical JSON (RFC 8785), the Merkle tree of
 * RFC 9162, the checkpoint of C2SP. docs/formats/journal.md is the format.
 */
export type Verdict = "holds" | "leaf" | "root" | "form" | "uncheckable";

type Bytes = Uint8Array<ArrayBuffer>;

/** RFC 8785. Numbers in entries are whole, strings are printed by JSON.stringify as it wants. */
export function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (typeof value === "object" && value !== null) {
        const members = Object.entries(value)
            // Names are ordered by their UTF-16 code units, which is what < compares.
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
            .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
        return `{${members.join(",")}}`;
    }
    return JSON.stringify(value);
}

export function fromHex(text: string): Bytes | undefined {
    if (!/^(?:[0-9a-f]{2})*$/.test(text)) return undefined;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function toHex(bytes: Bytes): string {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function sha256(...parts: Bytes[]): Promise<Bytes> {
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

const leafHash = (entry: Bytes) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left: Bytes, right: Bytes) => sha256(Uint8Array.of(1), left, right);

/** The root that a proof leads to (RFC 9162, 2.1.3.2); nothing where it has the wrong length. */
export async function rootOf(
    leaf: Bytes,
    seq: number,
    size: number,
    proof: Bytes[],
): Promise<Bytes | undefined> {
    if (seq >= size) return undefined;
    let place = seq;
    let last = size - 1;
    let root = leaf;
    for (const sibling of proof) {
        if (last === 0) return undefined;
        if (place % 2 === 1 || place === last) {
            root = await nodeHash(sibling, root);
            while (place % 2 === 0 && place !== 0) {
                place = Math.floor(place / 2);
                last = Math.floor(last / 2);
            }
        } else {
            root = await nodeHash(root, sibling);
        }
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
    }
    return last === 0 ? root : undefined;
}

export interface Checkpoint {
    origin: string;
    size: number;
    root: string;
}

/** The first three lines of a checkpoint; the root in hexadecimal digits. */
export function readCheckpoint(text: string): Checkpoint | undefined {
    const [origin = "", size = "", root = ""] = text.split("\n");
    if (origin === "" || !/^(0|[1-9]\d*)$/.test(size)) return undefined;
    try {
        const bytes = Uint8Array.from(atob(root), (character) => character.charCodeAt(0));
        return bytes.length === 32
            ? { origin, size: Number(size), root: toHex(bytes) }
            : undefined;
    } catch {
        return undefined;
    }
}

export interface Claim {
    entry: { seq: number };
    leaf_hash: string;
    inclusion: string[];
    checkpoint: string;
}

/** Whether the entry has its leaf hash, and whether the proof leads to the checkpoint's root. */
export async function check(claim: Claim): Promise<Verdict> {
    // Browsers hash for pages that came over TLS or from this machine only. Typed as always there.
    if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) return "uncheckable";
    const checkpoint = readCheckpoint(claim.checkpoint);
    const proof = claim.inclusion.map(fromHex);
    const isWhole = (bytes: Bytes | undefined): bytes is Bytes => bytes?.length === 32;
    if (checkpoint === undefined || !proof.every(isWhole)) return "form";
    const leaf = await leafHash(new TextEncoder().encode(canonical(claim.entry)));
    if (toHex(leaf) !== claim.leaf_hash) return "leaf";
    const root = await rootOf(leaf, claim.entry.seq, checkpoint.size, proof);
    return root !== undefined && toHex(root) === checkpoint.root ? "holds" : "root";
}
