/** A field that is wrong, named by its path in what was sent: `quotas[0].places`. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** RFC 9457, with what ours have beside: see docs/api.md. */
export interface Problem {
  status: number
  slug: string
  title: string
  detail?: string
  traceId?: string
  errors?: FieldError[]
  /** Of `meeting-already-asked`: the meeting that the two have. */
  meeting?: string
}

/** The API refused, and said why. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }
}

/** No answer came: whether the request was carried out is not known, and it may be sent again. */
export class Unreachable extends Error {}

/** What an answer other than 2xx says. */
export async function refusal(response: Response): Promise<Refused> {
  const text = await response.text()
  try {
    const problem = JSON.parse(text) as Problem
    if (problem.title) {
      return new Refused(problem)
    }
  } catch {
    // no problem detail: something between us and the gateway answered
  }
  return new Refused({ status: response.status, slug: 'unknown', title: `HTTP ${response.status}` })
}

/** Whether a field is this one or a part of it: `slots[3].endsAt` is of `slots`. */
export function isOf(part: string, field: string): boolean {
  return part === field || part.startsWith(`${field}.`) || part.startsWith(`${field}[`)
}

/** What is wrong with one field or a part of it, to be said at its input. */
export function errorAt(error: Error | undefined, field: string): string | undefined {
  return find(error, (one) => isOf(one, field))
}

/** What is wrong with one field as a whole, where its parts have inputs of their own. */
export function errorOfWhole(error: Error | undefined, field: string): string | undefined {
  return find(error, (one) => one === field)
}

function find(error: Error | undefined, is: (field: string) => boolean): string | undefined {
  return error instanceof Refused ? error.problem.errors?.find(({ field }) => is(field))?.message : undefined
}
