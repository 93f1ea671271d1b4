#!/bin/sh
# Run as root by dpkg or rpm after the files are in place. What fails here costs a nicety, not the installation.
app='/opt/${sanitizedProductName}'

# Chromium's sandbox is made of user namespaces; only where the kernel has none is the setuid program needed.
# (Root may make them even where users may not.)
if unshare --user true 2>/dev/null && [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null)" != 0 ]; then
  chmod 0755 "$app/chrome-sandbox" || true
else
  chmod 4755 "$app/chrome-sandbox" || true
fi

if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf /usr/share/icons/hicolor || true; fi

# Ubuntu 24.04 opens user namespaces only to programs with a profile. Older AppArmor does not understand it: then there
# is no need of it either.
profile="$app/resources/apparmor-profile"
if command -v apparmor_status >/dev/null && apparmor_status --enabled 2>/dev/null &&
  apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! { command -v ischroot >/dev/null && ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi
exit 0
