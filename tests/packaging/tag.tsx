// The tag in React's JSX: what it takes, and what not.
import { useRef } from 'react'
import type {} from 'voucher-planner/types/react'
import type { VoucherPlanner } from 'voucher-planner/element'

export function Planner() {
  const planner = useRef<VoucherPlanner>(null)
  return <main>
    <voucher-planner
      ref={planner} className="wide" style={{ maxWidth: '80rem' }} locale="zh-CN" view="simple" readonly
      scenario={{ version: 1, agreements: [] }}
      onplanner-change={({ detail }) => console.log(detail.agreements[0]?.charge)}
      onplanner-export={(event) => event.preventDefault()}
    />
  </main>
}

// @ts-expect-error there is no such look
export const strange = <voucher-planner theme="pink" />
// @ts-expect-error a change has no such thing
export const stranger = <voucher-planner onplanner-change={({ detail }) => detail.everything} />
