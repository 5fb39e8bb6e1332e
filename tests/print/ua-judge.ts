// The judge of the print templates: Typst's native form refuses what PDF/UA-1 does not allow, which the form
// that makes our PDFs cannot. It is no dependency (its packages are missing for some platforms); it is
// installed below .cache/ when a test first asks for it.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { printFontFiles } from '../../scripts/render/print-fonts.ts'

export interface Judge {
  /** Sets a template as PDF/UA-1; throws with Typst's words on what the standard does not allow. */
  judge(template: string, data: object): Uint8Array
}

interface NativeCompiler {
  pdf(
    document: { mainFilePath: string; inputs: Record<string, string> },
    options: { pdfStandard: string },
  ): Uint8Array
}

const name = '@myriaddreamin/typst-ts-node-compiler'
const version = '0.7.0'
const typesFolder = new URL('../../question-types', import.meta.url).pathname

/** Undefined where the package cannot be had: no network, or no build of it for this platform. */
export async function openJudge(templates: string): Promise<Judge | undefined> {
  const home = new URL('../../.cache/ua-judge', import.meta.url).pathname
  try {
    if (!existsSync(join(home, 'node_modules', name))) {
      await mkdir(home, { recursive: true })
      await writeFile(join(home, 'package.json'), '{ "private": true }\n')
      await promisify(execFile)(
        'npm',
        ['install', '--no-save', '--no-audit', '--no-fund', `${name}@${version}`],
        {
          cwd: home,
          timeout: 120_000,
        },
      )
    }
    const { NodeCompiler } = createRequire(join(home, 'package.json'))(name) as {
      NodeCompiler: { create(options: object): NativeCompiler }
    }
    // As the compiler of a build sees them: the parts of question types lie below the print templates.
    const workspace = await mkdtemp(join(home, 'workspace-'))
    await cp(templates, workspace, { recursive: true })
    await cp(typesFolder, join(workspace, 'question-types'), { recursive: true })
    const compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontPaths: printFontFiles().map((file) => dirname(file)) }],
    })
    return {
      judge: (template, data) =>
        compiler.pdf(
          { mainFilePath: join(workspace, template), inputs: { data: JSON.stringify(data) } },
          { pdfStandard: 'ua-1' },
        ),
    }
  } catch {
    return undefined
  }
}
