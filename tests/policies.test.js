// A page's own policy with what the planner needs: lines that people paste, so each is written out here.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowing, decidingIn, lineOf, needsOf, trustedTypesOf } from '../www/embed/policy.js'

const origin = 'https://planner.example'

/** @param {string} policy @param {import('../www/embed/policy.js').Route} [route] */
const added = (policy, route = 'element') => allowing(policy, [...needsOf(route, origin), ...trustedTypesOf(route)]).policy

test('what each way to embed needs is one line', () => {
  assert.equal(lineOf(needsOf('element', origin)), "script-src https://planner.example 'wasm-unsafe-eval'; connect-src https://planner.example; img-src data:")
  assert.equal(lineOf(needsOf('frame', origin)), 'script-src https://planner.example; frame-src https://planner.example')
  assert.equal(lineOf(needsOf('package', origin)), "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:")
  assert.equal(lineOf(needsOf('file', origin)), '')
})

test('what a policy allows already is not added again', () => {
  for (const policy of [
    '', "base-uri 'none'", 'default-src * data: \'unsafe-eval\'', "script-src https: 'unsafe-eval'; connect-src https:; img-src data:",
    "script-src *.example 'wasm-unsafe-eval'; connect-src https://*.example planner.example",
  ]) assert.equal(added(policy), policy)
})

test('a directive that decides gets what it lacks, the others stay', () => {
  assert.equal(added("script-src 'self'; style-src 'self'; connect-src 'self'"), "script-src 'self' https://planner.example 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' https://planner.example")
  assert.equal(added("frame-src 'none'; child-src 'none'", 'frame'), "frame-src https://planner.example; child-src 'none'")
  assert.equal(added("child-src 'self'", 'frame'), "child-src 'self' https://planner.example")
})

test('where default-src decides, a directive of its own keeps what that allowed', () => {
  assert.equal(added("default-src 'none'", 'frame'), "default-src 'none'; script-src https://planner.example; frame-src https://planner.example")
  assert.equal(added("default-src 'self' https://cdn.example", 'frame'), "default-src 'self' https://cdn.example; script-src 'self' https://cdn.example https://planner.example; frame-src 'self' https://cdn.example https://planner.example")
  assert.equal(decidingIn("default-src 'none'; script-src 'self'", 'script-src-elem'), 'script-src')
  assert.equal(decidingIn("style-src 'none'", 'frame-src'), undefined)
})

test('scripts that are allowed apart are allowed there, and WebAssembly where it is decided', () => {
  assert.equal(added("script-src 'self'; script-src-elem 'self'"), "script-src 'self' 'wasm-unsafe-eval'; script-src-elem 'self' https://planner.example")
})

test('names of Trusted Types policies are added where names are listed', () => {
  assert.equal(added("require-trusted-types-for 'script'; trusted-types mine"), "require-trusted-types-for 'script'; trusted-types mine lit-html voucher-planner")
  assert.equal(added("trusted-types 'none'"), 'trusted-types lit-html voucher-planner')
  assert.equal(added('trusted-types *'), 'trusted-types *')
})

test('where scripts are trusted by nonce, no address is added, and the nonce is asked for', () => {
  const policy = "script-src 'nonce-abc' 'strict-dynamic'"
  assert.deepEqual(allowing(policy, needsOf('frame', origin)), { policy, nonce: true })
})
