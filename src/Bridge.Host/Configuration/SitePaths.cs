namespace Bridge.Host.Configuration;

/// <summary>Where the files of a site are, below its data directory.</summary>
public sealed record SitePaths(string DataDirectory)
{
    public string Journal => Path.Combine(DataDirectory, "journal.db");

    /// <summary>Residents, units and credentials. Apart from the journal, so that a person can be erased.</summary>
    public string Register => Path.Combine(DataDirectory, "register.db");

    /// <summary>The key of the credentials' digests. Mode 0600, and not to be backed up together with the register.</summary>
    public string Pepper => Path.Combine(DataDirectory, "secrets", "pepper");

    /// <summary>The keys of the sealed person rows in the journal. Mode 0600; its backups are kept apart from the journal's, and 30 days at most.</summary>
    public string PersonKeys => Path.Combine(DataDirectory, "person-keys.db");

    /// <summary>The key of the register's sealed reasons. Mode 0600, and not to be backed up together with the register.</summary>
    public string ReasonKey => Path.Combine(DataDirectory, "secrets", "reason-key");

    /// <summary>The base keys of the OSDP readers. Mode 0600.</summary>
    public string OsdpKeys => Path.Combine(DataDirectory, "secrets", "osdp-keys.json");

    /// <summary>The key that the keys of readers without one of their own are made from. Mode 0600, and not to be backed up together with the other.</summary>
    public string OsdpMasterKey => Path.Combine(DataDirectory, "secrets", "osdp-master-key");

    /// <summary>People who sign in, desks, and other systems' tokens. Mode 0600.</summary>
    public string Accounts => Path.Combine(DataDirectory, "accounts.db");

    /// <summary>The first administrator's one-time code, while there is no account. Mode 0600.</summary>
    public string FirstEnrolmentCode => Path.Combine(DataDirectory, "first-enrolment.code");

    /// <summary>Makes the folders that are missing, open to the service's own user only.</summary>
    public void Prepare()
    {
        foreach (var folder in (string[])[DataDirectory, Path.GetDirectoryName(Pepper)!])
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }
}
