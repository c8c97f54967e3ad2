/**
 * SHA-256 as the API writes it: `sha256:` and 64 hex digits.
 *
 * @returns undefined where the browser does not compute it, which it does over https and on this machine only
 */
export async function digestOf(bytes: ArrayBuffer): Promise<string | undefined> {
  // TypeScript holds that it is always there
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) {
    return undefined
  }
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
