using Bridge.Host.Configuration;

namespace Bridge.Host.Runtime;

/// <summary>The configuration in force; replaced whole by a successful reload.</summary>
public sealed class SiteHolder(SiteConfiguration initial)
{
    private SiteConfiguration current = initial;

    public SiteConfiguration Current => Volatile.Read(ref current);

    public void Use(SiteConfiguration next) => Volatile.Write(ref current, next);
}
