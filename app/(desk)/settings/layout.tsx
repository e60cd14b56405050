import type { ReactNode } from 'react';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { may } from '@/lib/domain/desk-permissions';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await currentContext();
  return (
    <div className="page">
      <div className="page-in pb-12">
        <PageHead title="Settings" />
        <SettingsTabs
          people={may(actor.role, 'see-people')}
          audit={may(actor.role, 'read-audit')}
        />
        {children}
      </div>
    </div>
  );
}
