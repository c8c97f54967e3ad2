import type { Reporter, TestModule } from 'vitest/node'

/** Says what was tested as Maven's Surefire does, so that `./bridgehead test` counts it. */
export default class SurefireLines implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const failed = tests.filter((test) => test.result().state === 'failed')
    const skipped = tests.filter((test) => test.result().state === 'skipped')
    for (const test of failed) {
      console.log(`[ERROR] ${module.relativeModuleId} ${test.fullName} -- Time elapsed: 0 s <<< FAILURE!`)
    }
    console.log(
      `[INFO] Tests run: ${tests.length}, Failures: ${failed.length}, Errors: 0, Skipped: ${skipped.length}, ` +
        `Time elapsed: ${(module.diagnostic().duration / 1000).toFixed(3)} s -- in ${module.relativeModuleId}`,
    )
  }
}
