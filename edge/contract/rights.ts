// Who may do what at a console: the one table that the page, the API, the domain and the tests read. Imports nothing, so that the page can carry it.

/** 客服前台 · 秩序维护员 · 客户服务组主管 · 经理助理 · 弱电技术员 · 管理处经理 · 审计 [domain: who uses it]. */
export const staffRoles = ['desk', 'guard', 'supervisor', 'approver', 'technician', 'manager', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const rights = {
  /** Lists, the cabinet map, one item's history: names masked [P1]. */
  'see-items': ['desk', 'guard', 'supervisor', 'approver', 'manager'],
  /** Device health and the cabinet map without items. */
  'see-site': staffRoles,
  /** Guards receive express mail at the duty post [M1]. */
  'receive-items': ['desk', 'guard'],
  'hand-over-items': ['desk', 'guard'],
  'return-items': ['desk'],
  'settle-disputes': ['desk', 'supervisor', 'manager'],
  'release-doors': ['desk', 'guard', 'technician'],
  'answer-calls': ['desk', 'guard'],
  /** Every search is recorded [P1]. */
  'search-people': ['desk', 'guard', 'supervisor', 'manager'],
  /** One person's data in clear, with a reason, recorded [P1]. */
  'reveal-people': ['desk', 'supervisor', 'manager'],
  'edit-people': ['desk', 'manager'],
  'issue-credentials': ['desk'],
  'export-people': ['manager'],
  'read-registers': ['desk', 'supervisor', 'manager', 'auditor'],
  'run-retention': ['manager'],
  'see-staff': ['technician', 'manager', 'auditor'],
  /** The first manager is invited by the technician; afterwards managers invite [safety: codes 8]. */
  'manage-staff': ['technician', 'manager'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Right = keyof typeof rights;
export const rightNames = Object.keys(rights) as Right[];

export const mayDo = (roles: readonly StaffRole[], right: Right): boolean => {
  const allowed: readonly StaffRole[] = rights[right];
  return roles.some((role) => allowed.includes(role));
};

/** A password alone is not enough for these. */
export const secondFactorRoles: readonly StaffRole[] = ['technician', 'manager'];
