using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bridge.Outbound.Mqtt;

/// <summary>The certificate files of the configuration, read at every attempt so that a renewed one is used without a restart.</summary>
internal sealed record TlsFiles(X509Certificate2Collection? Authorities, X509Certificate2? Own, string? Fault)
{
    public static TlsFiles Read(MqttOptions options)
    {
        string? reading = options.CaFile;
        try
        {
            X509Certificate2Collection? authorities = null;
            if (options.CaFile is not null)
            {
                authorities = [];
                authorities.ImportFromPemFile(options.CaFile);
                if (authorities.Count == 0)
                {
                    return new(null, null, $"TLS: {options.CaFile} holds no certificate");
                }
            }

            reading = options.CertificateFile;
            return new(authorities, options.CertificateFile is null ? null : ReadOwn(options.CertificateFile, options.KeyFile), null);
        }
        catch (CryptographicException exception)
        {
            return new(null, null, $"TLS: {reading} is no usable PEM file: {exception.Message}");
        }
        catch (IOException exception)
        {
            return new(null, null, $"TLS: cannot read {reading}: {exception.Message}");
        }
        catch (UnauthorizedAccessException exception)
        {
            return new(null, null, $"TLS: may not read {reading}: {exception.Message}");
        }
    }

    private static X509Certificate2 ReadOwn(string certificateFile, string? keyFile)
    {
        using X509Certificate2 ephemeral = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        // Windows' TLS cannot use a key that exists only in memory as PEM left it; the detour over PKCS #12 satisfies all platforms.
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
    }
}
