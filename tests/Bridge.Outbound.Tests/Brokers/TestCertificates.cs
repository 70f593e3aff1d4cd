using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>An authority for one test. Everything it signs is written as PEM files into a folder.</summary>
public sealed class TestCertificates : IDisposable
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(-400);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority;
    private readonly string _folder;

    public TestCertificates(string folder, string name)
    {
        _folder = folder;
        Name = name;
        CertificateRequest request = new($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = request.CreateSelfSigned(Start, Start.AddYears(20));
        File.WriteAllText(CaFile, _authority.ExportCertificatePem());
    }

    public string Name { get; }

    public string CaFile => Path.Combine(_folder, Name + ".crt");

    /// <summary>For a broker; <paramref name="host"/> a DNS name or an address.</summary>
    public (string Certificate, string Key) Server(string file, string host, int fromDay = -1, int toDay = 30)
    {
        SubjectAlternativeNameBuilder names = new();
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        return Sign(file, host, "1.3.6.1.5.5.7.3.1", names.Build(), (fromDay, toDay));
    }

    public (string Certificate, string Key) Client(string file, string user, int toDay = 30) =>
        Sign(file, user, "1.3.6.1.5.5.7.3.2", null, (-100, toDay));

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
    }

    private (string Certificate, string Key) Sign(string file, string subject, string usage, X509Extension? names, (int From, int To) days)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={subject}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 signed = request.Create(_authority, now.AddDays(days.From), now.AddDays(days.To), RandomNumberGenerator.GetBytes(8));
        string certificate = Path.Combine(_folder, file + ".crt");
        string keyFile = Path.Combine(_folder, file + ".key");
        File.WriteAllText(certificate, signed.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificate, keyFile);
    }
}
