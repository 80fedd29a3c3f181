# Backup and restore, a part of ./colonnade. An archive holds etc/, the database: db.zip (H2, copied while it ran), db/ (H2, copied
# while it stood still) or db.dump (PostgreSQL, as pg_dump writes it), attachments/, the contents of the attachments, and the keys with which
# secrets are sealed: vault-key and, of an older release, second-factor-key, where they are.

# Where the contents of the attachments lie.
attachment_folder() {
  local folder
  folder=$(setting "$home/etc/org.colonnade.dossier.cfg" attachmentFolder)
  case $folder in '') folder=$home/attachments ;; /*) ;; *) folder=$home/$folder ;; esac
  printf '%s\n' "$folder"
}

# After the database: a content never changes, and one that the copy refers to stays for hours after nobody needs it any more. So links
# do where the file system has them.
copy_attachments() {
  local from
  from=$(attachment_folder)
  [ -d "$from" ] || return 0
  cp -Rl "$from" "$1/attachments" 2>/dev/null || { rm -rf "$1/attachments"; cp -R "$from" "$1/attachments"; } ||
    fail "The attachments in $from could not be copied; is the disk full?"
  rm -rf "$1/attachments/incoming"
}

# Without them nobody opens the secrets that the database holds.
copy_keys() {
  local key
  for key in vault-key second-factor-key; do
    [ ! -f "$1/$key" ] || { cp -p "$1/$key" "$2/$key" && chmod 600 "$2/$key"; } || fail "The key $1/$key could not be copied."
  done
}

backup() {
  local file=$1 work pid what
  case $file in /*) ;; *) file=$PWD/$file ;; esac
  [ -d "$home/etc" ] || fail "There is nothing on $home to back up."
  [ -e "$file" ] && fail "The file $file exists already: name one that does not."
  : 2>/dev/null >"$file.part" || fail "The file $file cannot be written: name another, or give this account the right to write there."
  rm -f "$file.part"
  work=$(mktemp -d "$home/backup/work.XXXXXX") || fail "There is no room to work in $home/backup."
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$work' '$file.part'" EXIT
  cp -R "$home/etc" "$work/etc"
  what="the database, the attachments and the configuration"
  case $(setting "$home/etc/org.colonnade.store.cfg" url) in
    jdbc:postgresql:*) dump_postgres "$work" || what="the attachments and the configuration; the database is PostgreSQL, copy it with pg_dump, which is not on the PATH here" ;;
    *)
      if pid=$(running); then
        find_java
        client colonnade:backup "$work/db.zip" >/dev/null || fail "The database could not be copied."
      else
        cp -R "$home/db" "$work/db"
      fi
      ;;
  esac
  copy_attachments "$work"
  copy_keys "$home" "$work"
  version >"$work/VERSION"
  tar -czf "$file.part" -C "$work" . && mv "$file.part" "$file" || fail "The archive $file could not be written; is the disk full?"
  say "$file holds $what."
}

dump_postgres() {
  local config=$home/etc/org.colonnade.store.cfg url secret
  command -v pg_dump >/dev/null || return 1
  url=$(setting "$config" url)
  secret=$(setting "$config" password)
  [ -n "$secret" ] || secret=$(cat "$(setting "$config" passwordFile)" 2>/dev/null)
  PGPASSWORD=$secret pg_dump --format=custom --no-password --username="$(setting "$config" user)" --dbname="${url#jdbc:}" >"$1/db.dump" ||
    fail "pg_dump could not copy the database; it says why above."
}

restore() {
  local file=$1 pid aside work to
  [ -f "$file" ] || fail "There is no file $file."
  pid=$(running) && fail "Colonnade runs on $home (process $pid): stop it with './colonnade stop' and restore then."
  tar -tzf "$file" ./etc/system.properties >/dev/null 2>&1 || fail "The file $file is no archive of './colonnade backup'."
  find_java
  if [ -n "$(find "$home/etc" "$home/db" -type f 2>/dev/null | head -n 1)" ]; then
    $force || fail "There is data in $home already: choose another --home, or put it aside with --force."
    aside=$home.before-restore-$(date +%Y%m%d-%H%M%S)
    mv "$home" "$aside" || fail "The data in $home could not be put aside."
    say "What was there lies in $aside now."
  fi
  prepare_home
  work=$(mktemp -d "$home/backup/work.XXXXXX") && tar -xzf "$file" -C "$work" || fail "The archive could not be unpacked; is the disk full?"
  cp -R "$work/etc/." "$home/etc/"
  [ -d "$work/db" ] && cp -R "$work/db/." "$home/db/"
  if [ -f "$work/db.zip" ]; then
    "$java" -cp "$(find "$dist/system/com/h2database" -name 'h2-*.jar' | head -n 1)" org.h2.tools.Restore -quiet -file "$work/db.zip" -dir "$home/db" ||
      fail "The database could not be unpacked; is the disk full?"
  fi
  if [ -d "$work/attachments" ]; then
    to=$(attachment_folder)
    mkdir -p "$to" && cp -R "$work/attachments/." "$to/" || fail "The attachments could not be unpacked to $to; is the disk full?"
  fi
  copy_keys "$work" "$home"
  if [ -f "$work/db.dump" ]; then
    mv "$work/db.dump" "$home/backup/db.dump"
    say "The PostgreSQL database lies in $home/backup/db.dump: bring it back with pg_restore before the start."
  fi
  rm -rf "$work"
  say "Restored to $home; './colonnade start' starts it."
}
