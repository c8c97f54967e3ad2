/** The most that the API gives at a time. */
export const MOST = 200

interface Page<T> {
  items: T[]
  next?: string
}

/**
 * Reads a list to its end.
 *
 * @param read one page, after the cursor; throws what `api` throws
 */
export async function everyPage<T>(
  read: (page: { limit: number; after?: string }) => Promise<{ data?: Page<T> }>,
): Promise<T[]> {
  const items: T[] = []
  let after: string | undefined
  do {
    const { data } = await read(after === undefined ? { limit: MOST } : { limit: MOST, after })
    items.push(...(data?.items ?? []))
    after = data?.next
  } while (after !== undefined)
  return items
}
